-- As much of Supabase as its Realtime shows to a table: roles, publication, schema, stubs of its functions.
create role anon nologin;
create role authenticated nologin;
create role supabase_realtime_admin nologin;
create role writer login password 'secret';
grant create on database judgeflow to writer;
grant create, usage on schema public to writer;
grant usage on schema public to anon, authenticated;
alter default privileges for role writer in schema public grant all on tables to anon, authenticated;

create publication supabase_realtime;
alter publication supabase_realtime owner to writer;

create schema realtime;
grant usage on schema realtime to writer, anon, authenticated;
create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  id uuid not null default gen_random_uuid()
);
alter table realtime.messages enable row level security;
alter table realtime.messages owner to supabase_realtime_admin;
grant supabase_realtime_admin to writer;
grant select on realtime.messages to authenticated;
grant insert on realtime.messages to writer;

create function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;
