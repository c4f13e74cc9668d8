import type { ReactNode } from 'react'
import type { RuleView, SourceView } from './dispositif-view.server.ts'

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
      <Source source={rule.source} />
    </li>
  )
}

/** Who says so; nothing where it is told once for all the rules of the page. */
export function Source({ source }: { source: SourceView }) {
  if (!source) return null
  return (
    <p className="small muted">
      {source.url ? (
        <a href={source.url} rel="noopener noreferrer">
          {source.text}
        </a>
      ) : (
        source.text
      )}
    </p>
  )
}
