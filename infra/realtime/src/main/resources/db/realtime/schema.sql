-- As much of Supabase as its Realtime shows: roles, publications, the schema realtime. For a database of our own only,
-- run by a superuser, before the tables are made; changes nothing when run again.
do $$
declare
  name text;
begin
  foreach name in array array['anon', 'authenticated', 'service_role'] loop
    if to_regrole(name) is null then
      execute format('create role %I nologin noinherit', name);
    end if;
  end loop;
  alter role service_role bypassrls;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  if to_regclass('public.executions') is not null then
    -- Made before there were roles.
    grant all on public.executions to service_role;
  end if;
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end $$;

create schema if not exists realtime;
grant usage on schema realtime to anon, authenticated, service_role;

-- What is broadcast. Rows are of no use once they were read; the endpoint deletes old ones.
create table if not exists realtime.messages (
  topic       text not null,
  extension   text not null,
  payload     jsonb,
  event       text,
  private     boolean default false,
  updated_at  timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id          uuid not null default gen_random_uuid() primary key
);
alter table realtime.messages enable row level security;
grant select, insert on realtime.messages to anon, authenticated, service_role;

do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime_messages') then
    create publication supabase_realtime_messages for table realtime.messages with (publish = 'insert');
  end if;
end $$;

-- The topic that somebody wants to listen to, for policies on realtime.messages.
create or replace function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')
$$;

-- Broadcasts from the database. As with the real one a failure is a warning: the message is lost, the row is written.
create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void language plpgsql as $$
declare
  message uuid := gen_random_uuid();
begin
  insert into realtime.messages (id, payload, event, topic, private, extension)
  values (message, jsonb_build_object('id', message) || payload, event, topic, private, 'broadcast');
exception when others then
  raise warning 'nothing was broadcast: %', sqlerrm;
end $$;
