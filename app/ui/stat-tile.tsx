import { Link } from '@remix-run/react'

export type Stat = {
  /** Already written in the reader's language. */
  value: string
  label: string
  /** In two words, what is counted and when: « 10 réseaux, au 31 déc. 2025 ». */
  scope: string
  /** What makes the figure; without it, nobody may see the rows. */
  href?: string
  /** « +7 depuis un an » */
  change?: string
}

export function StatTile({ value, label, scope, href, change }: Stat) {
  const told = (
    <>
      <span className="fig">{value}</span>
      <span>{label}</span>
      <span className="small muted">{scope}</span>
      {change ? <span className="small num">{change}</span> : null}
    </>
  )
  return href ? (
    <Link className="stat" to={href}>
      {told}
    </Link>
  ) : (
    <p className="stat">{told}</p>
  )
}
