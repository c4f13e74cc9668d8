-- What was published before, so that a publication can be undone; null: the text written by default.
alter table network_page add column previous text;
