"""Weighted percentages of each option by region and group, as one writes it with DuckDB: one query, grouping sets."""

import sys

import duckdb

rows = duckdb.read_csv(sys.argv[1])
options = [column for column in rows.columns if column.startswith("Q3[")]
sums = ", ".join(f'sum(weight * "{option}")' for option in options)
query = f"""
select region, stakeholder, count(*), sum(weight), sum(weight * weight), {sums} from rows
group by grouping sets ((region, stakeholder), (stakeholder))
"""
sys.stdout.write("region,stakeholder,item,value,base,effective_base\n")
for region, group, base, weight, square, *chosen in duckdb.sql(query).fetchall():
    for option, held in zip(options, chosen, strict=True):
        sys.stdout.write(
            f"{region or 'France'},{group},{option[3:-1]},{100 * held / weight},{base},{weight**2 / square}\n"
        )
