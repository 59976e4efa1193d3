-- One row per job: its newest state.
create table if not exists public.executions (
  id             uuid primary key,
  user_id        text,                               -- free text, on Supabase the user's uuid; null for nobody
  language       text not null,
  code           text,                               -- null until the first result of the job was written
  status         text not null,                      -- queued, running, done, error
  score          integer,                            -- null until there is a verdict
  stdout         text,
  stderr         text,
  created_at     timestamptz not null default now(),
  verdict        text,                               -- null until the job has ended
  compile_output text,
  message        text,
  tests          jsonb not null default '[]',        -- one object per test, in the job's order
  "time"         double precision,                   -- processor time in seconds, the longest of all tests
  memory         integer,                            -- KiB, the largest of all tests
  attempt        integer not null default 0,
  version        bigint not null default 0,          -- the higher is the newer
  updated_at     timestamptz not null default now()
)
-- A row is rewritten a few times and no index holds what changes: with room in its page no index is touched.
with (fillfactor = 80);

-- A user's history, newest first. Also what makes the policy of row level security cheap.
-- "if not exists" would lock out every writer for a moment, and wait for those at work, before it finds the index.
do $$
begin
  if to_regclass('public.executions_history') is null then
    create index executions_history on public.executions (user_id, created_at desc, id desc);
  end if;
end $$;
