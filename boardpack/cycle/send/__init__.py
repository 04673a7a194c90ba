"""A pack by e-mail: to whom what goes, the server that takes it, the record of what went."""
