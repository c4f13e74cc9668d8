-- A recipient who reads English is written to in English, where the team wrote both.
alter table page_campaign
  add column subject_en text check (length(subject_en) between 1 and 150),
  add column body_en text check (length(body_en) between 1 and 5000),
  add constraint page_campaign_english check ((subject_en is null) = (body_en is null));
