import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { findListedDispositifs } from '#server/dispositifs/listing/find-listed-dispositifs.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { publicNetwork } from '../../guard.server.ts'
import { pageMeta } from '../../portal/page-meta.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Line, listView } from './list-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { network, clock, locale } = publicNetwork(args, 'dispositifs')
  const found = await findListedDispositifs(network.id)
  return {
    view: listView(found, network, { now: clock.now(), timeZone: network.timeZone, locale }),
    card: `${await baseOf(network.id)}/partage.png`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.view.title, description: data.view.intro, card: data.card }) : []

export default function NetworkDispositifs() {
  const { intro, empty, team, groups, words } = useLoaderData<typeof loader>().view
  return (
    <div className="wrap page">
      <h1>{words.heading}</h1>
      <p className="muted lead">{intro}</p>
      {empty ? (
        <div className="empty">
          <p>{words.empty}</p>
          <p>
            {words.emptyHelp} <Link to={team}>{words.team}</Link>
          </p>
        </div>
      ) : (
        groups.map(({ key, heading, lines }) => (
          <section key={key} className="calls" aria-labelledby={key}>
            <h2 id={key}>{heading}</h2>
            {lines.length === 0 ? <p className="muted">{words.nothingOpen}</p> : null}
            <ul className="listings">
              {lines.map((line) => (
                <Dispositif key={line.href} line={line} />
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  )
}

function Dispositif({ line }: { line: Line }) {
  const { href, name, code, summary, funder, state, when, left } = line
  return (
    <li className="project">
      <div className="near">
        <h3>
          <Link to={href}>{code ? `${name} (${code})` : name}</Link>
        </h3>
        {summary ? <p>{summary}</p> : null}
        <p className="row call-line">
          {state ? <Badge tone={state.tone} label={state.label} /> : null}
          <span>{when}</span>
          {left ? <strong>{left}</strong> : null}
        </p>
        {funder ? <p className="small muted">{funder}</p> : null}
      </div>
    </li>
  )
}
