import { Link } from '@remix-run/react'
import { Written } from '../../portal/written.tsx'
import { Badge } from '../../ui/badge.tsx'
import type { CallView } from './call-view.server.ts'
import type { DispositifView } from './dispositif-view.server.ts'
import { Instant } from './instant.tsx'
import { Laureates } from './laureates.tsx'
import { Contact, Deposit } from './next-step.tsx'
import { RuleLine, Source } from './rule-lines.tsx'

/** What it is for, until when, under which rules, and whom to ask. */
export function DispositifPage({ page }: { page: DispositifView }) {
  const { words, call } = page
  return (
    <article className="wrap page">
      <nav className="crumbs" aria-label={words.breadcrumb}>
        <ol>
          <li>
            <Link to={page.base}>{words.back}</Link>
          </li>
          <li aria-current="page">{page.name}</li>
        </ol>
      </nav>
      <h1>{page.name}</h1>
      {page.summary ? <p className="lead">{page.summary}</p> : null}
      <div className="cols aside">
        <div className="apart">
          <section className="card banded stack" aria-labelledby="appel">
            <h2 id="appel">{page.callHeading}</h2>
            {call ? <Call call={call} words={words} /> : <p>{words.noCallYet}</p>}
            {page.start ? (
              <p>
                <Link className="btn primary" to={page.start}>
                  {words.startHere}
                </Link>
              </p>
            ) : null}
            {page.trial ? (
              <div className="near">
                <Link className={page.start ? 'btn' : 'btn primary'} to={page.trial}>
                  {words.tryIt}
                </Link>
                <p className="small muted">{words.tryHelp}</p>
              </div>
            ) : null}
          </section>
          {page.body ? <Written html={page.body} /> : null}
          <section aria-labelledby="regles">
            <h2 id="regles">{words.rules}</h2>
            {page.rules.length > 0 ? (
              <>
                <p className="muted">{page.rulesOf}</p>
                <Source source={page.source} />
                <ul className="rule-lines">
                  {page.rules.map((rule) => (
                    <RuleLine key={rule.key} rule={rule} />
                  ))}
                </ul>
              </>
            ) : (
              <p>{words.noRules}</p>
            )}
          </section>
          <Texts title={words.documents} texts={page.documents.map(({ label }) => label)} />
          <Texts title={words.steps} texts={page.steps} ordered />
          <Laureates page={page} />
          <OtherCalls page={page} />
        </div>
        <aside className="card stack" aria-label={words.about}>
          <section>
            <h2>{words.where}</h2>
            <Deposit deposit={page.deposit} />
          </section>
          <section>
            <h2>{words.contact}</h2>
            <Contact contact={page.contact} team={page.team} noContact={words.noContact} />
          </section>
          <dl className="facts">
            {page.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="small muted">{page.updated}</p>
        </aside>
      </div>
    </article>
  )
}

type Words = DispositifView['words']

function Call({ call, words }: { call: CallView; words: Words }) {
  return (
    <>
      <p className="row call-line">
        <Badge tone={call.tone} label={call.stateLabel} />
        <span>{call.name}</span>
        {call.left ? <strong>{call.left}</strong> : null}
      </p>
      <dl className="facts">
        <dt>{words.opens}</dt>
        <dd>
          <Instant told={call.opens} yourTime={words.yourTime} />
        </dd>
        <dt>{words.closes}</dt>
        <dd>
          <Instant told={call.closes} yourTime={words.yourTime} />
        </dd>
        {call.actions ? (
          <>
            <dt>{words.actions}</dt>
            <dd>{call.actions}</dd>
          </>
        ) : null}
        {call.regions ? (
          <>
            <dt>{words.regions}</dt>
            <dd>{call.regions}</dd>
          </>
        ) : null}
      </dl>
    </>
  )
}

function Texts({ title, texts, ordered = false }: { title: string; texts: string[]; ordered?: boolean }) {
  if (texts.length === 0) return null
  const List = ordered ? 'ol' : 'ul'
  return (
    <section>
      <h2>{title}</h2>
      <List className={ordered ? 'steps' : undefined}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </List>
    </section>
  )
}

function OtherCalls({ page }: { page: DispositifView }) {
  const { others, words } = page
  if (others.length === 0) return null
  return (
    <section>
      <h2>{words.calls}</h2>
      <ul className="plain">
        {others.map((call) => (
          <li key={call.id}>
            <Badge tone={call.tone} label={call.stateLabel} /> {call.name}{' '}
            <span className="small muted">{call.period}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
