"""Read: files of a meeting to the model, with a finding for everything that was not understood."""
