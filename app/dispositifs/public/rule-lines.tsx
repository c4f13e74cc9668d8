import type { ReactNode } from 'react'
import type { RuleView } from './dispositif-view.server.ts'

/** What a rule asks, why, and who says so; what comes before and after its sentence is the page's. */
export function RuleLine(props: { rule: RuleView; before?: ReactNode; after?: ReactNode }) {
  const { rule, before, after } = props
  return (
    <li className="rule-line">
      {before}
      <p>
        <strong>{rule.sentence}</strong>
        {rule.advised ? <span className="tag">{rule.advised}</span> : null}
      </p>
      {after}
      {rule.countries ? <p className="small">{rule.countries}</p> : null}
      <p>{rule.why}</p>
      <p className="small muted">
        {rule.url ? (
          <a href={rule.url} rel="noopener noreferrer">
            {rule.source}
          </a>
        ) : (
          rule.source
        )}
      </p>
    </li>
  )
}
