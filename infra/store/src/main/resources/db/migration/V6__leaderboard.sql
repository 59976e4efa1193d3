-- The best of each user on each problem, for everybody who has signed in to see.
create table if not exists public.leaderboard (
  problem     text not null,
  user_id     text not null,
  score       integer not null,
  job_id      uuid not null,                -- the job that did it
  language    text not null,
  finished_at timestamptz not null,         -- of two equal scores the earlier is the better
  primary key (problem, user_id)
);

do $$
begin
  if to_regclass('public.leaderboard_places') is null then
    create index leaderboard_places on public.leaderboard (problem, score desc, finished_at, job_id);
  end if;
end $$;

-- Supabase only, and each step only where it is needed, as it locks.
do $$
begin
  if to_regrole('authenticated') is null then
    return;
  end if;

  if not (select relrowsecurity from pg_class where oid = 'public.leaderboard'::regclass) then
    alter table public.leaderboard enable row level security;
    revoke all on public.leaderboard from authenticated;
    if to_regrole('anon') is not null then
      revoke all on public.leaderboard from anon;
    end if;
  end if;

  if not has_table_privilege('authenticated', 'public.leaderboard', 'select') then
    grant select on public.leaderboard to authenticated;
  end if;

  if not exists (select from pg_policy
                 where polrelid = 'public.leaderboard'::regclass and polname = 'leaderboard_all_read') then
    create policy leaderboard_all_read on public.leaderboard for select to authenticated using (true);
  end if;
exception when insufficient_privilege then
  raise warning 'judgeflow: row level security of public.leaderboard is not set up: %', sqlerrm;
end $$;

do $$
begin
  if exists (select from pg_publication where pubname = 'supabase_realtime' and not puballtables)
     and not exists (select from pg_publication_tables
                     where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'leaderboard') then
    alter publication supabase_realtime add table public.leaderboard;
  end if;
exception when insufficient_privilege then
  raise warning 'judgeflow: public.leaderboard is not in publication supabase_realtime: %', sqlerrm;
end $$;
