-- What a job is an answer to, and statistics over the table: whoever reads a view reads it as themselves, so that row
-- level security holds. "add column if not exists" would lock out everybody for a moment before it finds the column.
do $$
begin
  if not exists (select from pg_attribute
                 where attrelid = 'public.executions'::regclass and attname = 'problem' and not attisdropped) then
    alter table public.executions add column problem text;  -- null for nothing that a leaderboard is kept of
  end if;
end $$;

do $$
begin
  if current_setting('server_version_num')::integer < 150000 then
    raise warning 'judgeflow: no views of statistics: they need security_invoker, which PostgreSQL has from 15 on';
    return;
  end if;

  -- By the minute of the submission. Seconds, but for the counts.
  if to_regclass('public.executions_by_minute') is null then
    create view public.executions_by_minute with (security_invoker = true) as
    select date_trunc('minute', created_at) as minute,
           language,
           count(*) as submissions,
           count(*) filter (where status in ('queued', 'running')) as unfinished,
           count(*) filter (where verdict = 'accepted') as accepted,
           count(*) filter (where verdict = 'wrong_answer') as wrong_answer,
           count(*) filter (where verdict = 'time_limit') as time_limit,
           count(*) filter (where verdict = 'memory_limit') as memory_limit,
           count(*) filter (where verdict = 'compilation_error') as compilation_error,
           count(*) filter (where verdict = 'runtime_error') as runtime_error,
           count(*) filter (where status = 'error') as not_judged,
           count(*) filter (where attempt > 1) as with_fallback,
           percentile_cont(0.5) within group (order by "time") as time_p50,
           percentile_cont(0.9) within group (order by "time") as time_p90,
           percentile_cont(0.99) within group (order by "time") as time_p99,
           max("time") as time_max,
           percentile_cont(0.5) within group (order by extract(epoch from updated_at - created_at))
             filter (where status in ('done', 'error')) as end_to_end_p50,
           percentile_cont(0.99) within group (order by extract(epoch from updated_at - created_at))
             filter (where status in ('done', 'error')) as end_to_end_p99
    from public.executions
    group by 1, 2;
  end if;

  -- How each problem is doing.
  if to_regclass('public.executions_by_problem') is null then
    create view public.executions_by_problem with (security_invoker = true) as
    select problem,
           count(*) as submissions,
           count(distinct user_id) as users,
           count(*) filter (where verdict = 'accepted') as accepted,
           count(distinct user_id) filter (where verdict = 'accepted') as solvers,
           avg(score) as mean_score
    from public.executions
    where problem is not null
    group by 1;
  end if;

  if to_regrole('authenticated') is not null
     and not has_table_privilege('authenticated', 'public.executions_by_minute', 'select') then
    grant select on public.executions_by_minute, public.executions_by_problem to authenticated;
  end if;
end $$;
