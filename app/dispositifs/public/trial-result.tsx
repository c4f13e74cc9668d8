import { Link } from '@remix-run/react'
import { useState } from 'react'
import type { Judgement } from '#server/dispositifs/rule/judge-dossier.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { foundWords } from '../found-words.ts'
import { fillWords } from './fill-words.ts'
import { Contact, Deposit } from './next-step.tsx'
import { RuleLine, Source } from './rule-lines.tsx'
import { type Answers, writeAnswers } from './trial-answers.ts'
import { type Conclusion, conclusionOf, type Told, toldOf } from './trial-conclusion.ts'
import type { TrialView } from './trial-view.server.ts'

const TONES: Record<Told, Tone> = { met: 'ok', broken: 'bad', unknown: 'wait', advice: 'info' }
const NOTICES: Record<Conclusion, string> = {
  empty: 'notice',
  open: 'notice',
  broken: 'notice bad',
  met: 'notice ok',
}

/** What the rules say of these answers, one by one and together. */
export function TrialResult(props: { page: TrialView; answers: Answers; judged: Judgement[] }) {
  const { page, answers, judged } = props
  const { words, locale, labels } = page
  const conclusion = conclusionOf(judged)
  const t = fillWords(words.found, locale)
  return (
    <section id="resultat" className="stack" aria-labelledby="resultat-titre">
      <h2 id="resultat-titre">{words.result}</h2>
      <p className={NOTICES[conclusion]} role="status">
        {words.conclusion[conclusion]}
      </p>
      <Source source={page.told.source} />
      <ul className="rule-lines">
        {judged.map((judgement, at) => {
          const told = toldOf(judgement)
          const found = foundWords(judgement, t, locale, labels)
          return (
            <RuleLine
              key={judgement.key}
              rule={page.told.rules[at]!}
              before={<Badge tone={TONES[told]} label={words.verdict[told]} />}
              after={found ? <p>{found}</p> : null}
            />
          )
        })}
      </ul>
      <TakeAway page={page} answers={answers} />
    </section>
  )
}

/** Paper, or the address that holds the answers. */
function TakeAway({ page, answers }: { page: TrialView; answers: Answers }) {
  const { words, here } = page
  const [copied, setCopied] = useState('')
  const link = `${here}/test?${writeAnswers(answers)}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(link, window.location.href).href)
      setCopied(link)
    } catch {
      // Refused by the browser: the address itself then holds the answers, ready to be copied.
      window.location.assign(link)
    }
  }
  if (!useHydrated()) return null
  return (
    <p className="row">
      <button type="button" className="btn" onClick={() => void copy()}>
        {words.copy}
      </button>
      <button type="button" className="btn" onClick={() => window.print()}>
        {words.print}
      </button>
      <span role="status">{copied === link ? words.copied : ''}</span>
    </p>
  )
}

/** Who to talk to, and where it goes on. */
export function NextStep({ page }: { page: TrialView }) {
  const { words } = page
  return (
    <section className="card stack" aria-labelledby="suite">
      <h2 id="suite">{words.next}</h2>
      <p>{words.nextMet}</p>
      <h3>{words.contact}</h3>
      <Contact contact={page.contact} team={page.team} noContact={words.noContact} />
      <h3>{words.where}</h3>
      <Deposit deposit={page.deposit} />
      <p>
        <Link to={page.here}>{words.backTo}</Link>
      </p>
    </section>
  )
}
