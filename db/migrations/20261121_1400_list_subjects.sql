-- Lists of projects, of support and of tasks leave as those of organisations do, and leave the same line.
alter table list_request drop constraint list_request_subject_check;
alter table list_request add constraint list_request_subject_check
  check (subject in ('organisations', 'people', 'projects', 'acts', 'tasks'));
