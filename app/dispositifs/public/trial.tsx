import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { getListedDispositif } from '#server/dispositifs/listing/get-listed-dispositif.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { answering, publicNetwork } from '../../guard.server.ts'
import { pageMeta } from '../../portal/page-meta.ts'
import { readAnswers } from './trial-answers.ts'
import { TrialField } from './trial-fields.tsx'
import { NextStep, TrialResult } from './trial-result.tsx'
import { type TrialView, trialView } from './trial-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { network, clock, locale } = publicNetwork(args, 'dispositifs')
  const one = await answering(args, () => getListedDispositif(network.id, args.params.slug ?? ''))
  const reader = { now: clock.now(), timeZone: network.timeZone, locale }
  const answers = readAnswers(new URL(args.request.url).searchParams)
  return {
    page: trialView(one, network, reader, answers),
    card: `${await baseOf(network.id)}/partage.png`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.page.title, description: data.page.words.lead, card: data.card }) : []

/** Judged as one types, and by the server where no script runs: the answers are in the address, and nowhere else. */
export default function Trial() {
  const { page } = useLoaderData<typeof loader>()
  const { words } = page
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={words.breadcrumb}>
        <ol>
          <li>
            <Link to={page.base}>{words.back}</Link>
          </li>
          <li>
            <Link to={page.here}>{page.name}</Link>
          </li>
          <li aria-current="page">{words.heading}</li>
        </ol>
      </nav>
      <h1>{words.heading}</h1>
      <p className="lead">{words.lead}</p>
      <p className="muted">{words.nothingKept}</p>
      {page.rules.length === 0 ? <p className="notice">{words.noRules}</p> : <Judged page={page} />}
      <NextStep page={page} />
    </div>
  )
}

function Judged({ page }: { page: TrialView }) {
  const { words } = page
  const form = useRef<HTMLFormElement>(null)
  const [{ answers, judged }, setJudged] = useState({ answers: page.answers, judged: page.judged })
  const read = async () => {
    // Fetched once, after the page is shown; what cannot be fetched leaves the button, and the server.
    const judge = await import('./trial-judge.ts').catch(() => null)
    // Read now, not before: what was typed while it came is judged too, whichever wait ends first.
    if (!judge || !form.current) return
    const answers = readAnswers(typedIn(form.current))
    setJudged({ answers, judged: judge.judgeAnswers(page.rules, answers, page.call) })
  }
  // What was typed before the script came, or what the browser gave back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page comes alive
  useEffect(() => void read(), [])
  return (
    <>
      <p>{page.ofCall}</p>
      <div className="cols halves trial">
        <form ref={form} method="get" action="#resultat" className="card stack" onInput={() => void read()}>
          {page.sections.map(({ key, title, questions }) => (
            <fieldset key={key} className="stack">
              <legend>{title}</legend>
              {questions.map((question) => (
                <TrialField
                  key={question.name}
                  question={question}
                  first={page.answers}
                  answers={answers}
                  words={words}
                />
              ))}
            </fieldset>
          ))}
          <p className="row">
            <button type="submit" className="btn primary">
              {words.check}
            </button>
            <a className="btn quiet" href={`${page.here}/test`}>
              {words.reset}
            </a>
          </p>
        </form>
        <TrialResult page={page} answers={answers} judged={judged} />
      </div>
    </>
  )
}

const typedIn = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
