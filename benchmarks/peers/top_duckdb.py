"""The top 10 of each group, as one writes it with DuckDB."""

import sys

import duckdb

QUERY = """
select * from (
    select stakeholder, rank() over (partition by stakeholder order by value desc) as place, item, value
    from read_csv(?) where region = 'Provence-Alpes-Côte d''Azur' and indicator = 'fragilities'
) where place <= 10 order by stakeholder, place
"""
for group, place, item, value in duckdb.execute(QUERY, [sys.argv[1]]).fetchall():
    sys.stdout.write(f"| {group} | {place} | {item} | {value:.3f} |\n")
