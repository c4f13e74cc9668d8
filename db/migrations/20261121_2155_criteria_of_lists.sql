-- What a list was narrowed to, as its page said it the day it left: a tag or a field renamed since changes nothing.
-- Null: asked before the words were kept; the address still says it.
alter table list_request add column criteria_words text[];
