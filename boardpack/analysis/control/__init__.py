"""XmR control charts: which ups and downs of a series are more than chance, and why they are."""
