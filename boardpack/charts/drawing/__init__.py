"""Charts drawn: matplotlib records paths and labels, which pages and web pages paint alike."""
