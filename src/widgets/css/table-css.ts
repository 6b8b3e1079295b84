/** Rules of tables, and of boxes that scroll. */
export const TABLE_CSS = `
.sanad-scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.95rem;width:100%}
caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:start;vertical-align:top;overflow-wrap:normal;word-break:normal}
[dir=rtl] .sanad-scroll{background:none}
.sanad-scroll{background:linear-gradient(-90deg,var(--surface) 1rem,#0000 3rem) local,linear-gradient(-90deg,var(--control),#0000 .75rem)}
thead th{background:var(--raised)}
`
