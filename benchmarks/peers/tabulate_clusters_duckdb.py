"""Weighted percentages and their standard errors between clusters in strata, as one writes it with DuckDB.

Each group is a sample of its own, as it is for phare.
"""

import sys

import duckdb

rows = duckdb.read_csv(sys.argv[1])
options = [column for column in rows.columns if column.startswith("Q3[")]
totals = ", ".join(f'sum(weight * "{option}") as "{option}"' for option in options)
duckdb.sql(f"""
create temp table clusters as
select region, stakeholder, stratum, cluster, count(*) as base, sum(weight) as weight, {totals} from rows
group by grouping sets ((region, stakeholder, stratum, cluster), (stakeholder, stratum, cluster))
""")
shares = ", ".join(f'sum("{option}") / sum(weight) as "{option}"' for option in options)
left = {option: f'c."{option}" - s."{option}" * c.weight' for option in options}
spreads = ", ".join(
    f'(sum(({each})^2) - sum({each})^2 / any_value(n)) * any_value(n) / (any_value(n) - 1) as "{option}"'
    for option, each in left.items()
)
errors = ", ".join(f'sqrt(sum("{option}"))' for option in options)
query = f"""
with shares as (
    select region, stakeholder, sum(base) as base, sum(weight) as weight, {shares}
    from clusters group by region, stakeholder),
strata as (select stakeholder, stratum, count(distinct cluster) as n from clusters group by stakeholder, stratum),
spreads as (
    select c.region, c.stakeholder, c.stratum, {spreads}
    from clusters c join strata using (stakeholder, stratum)
    join shares s on s.stakeholder = c.stakeholder and s.region is not distinct from c.region
    group by c.region, c.stakeholder, c.stratum),
errors as (select region, stakeholder, {errors} from spreads group by region, stakeholder)
select * from shares s join errors e on e.stakeholder = s.stakeholder and e.region is not distinct from s.region
"""
sys.stdout.write("region,stakeholder,item,value,base,standard_error\n")
for region, group, base, weight, *found in duckdb.sql(query).fetchall():
    for option, share, error in zip(options, found, found[len(options) + 2 :], strict=False):
        sys.stdout.write(
            f"{region or 'France'},{group},{option[3:-1]},{100 * share},{base},{100 * error / weight}\n"
        )
