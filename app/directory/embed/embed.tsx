import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicNetwork } from '../../guard.server.ts'
import { frameHeaders } from '../../portal/embed/frame.server.ts'
import { Frame, FramePages } from '../../portal/embed/frame.tsx'
import { MapPanel } from '../map-panel.tsx'
import { type EmbedView, embedView } from './embed-view.server.ts'

/** The directory, its list or its map, to be shown by another site. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const kind = new URL(args.request.url).pathname.replace(/\.data$/, '').endsWith('/carte')
    ? 'carte'
    : 'annuaire'
  return data(await embedView(args, ctx, kind), { headers: await frameHeaders(ctx.network) })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Embed() {
  const page = useLoaderData<typeof loader>()
  return (
    <Frame
      title={page.title}
      demo={page.words.demo}
      search={page.free ? page : null}
      total={page.bare ? null : page.total}
      whole={page.bare ? null : { ...page.whole, target: page.target }}
    >
      {page.map ? <MapPanel map={page.map} query={page.query} beside={false} /> : <Lines page={page} />}
    </Frame>
  )
}

function Lines({ page }: { page: EmbedView }) {
  const { items, words, target } = page
  return (
    <>
      {items.length === 0 ? <p className="empty">{words.nothing}</p> : null}
      <ul className="listings">
        {items.map((item) => (
          <li className="listing" key={item.href}>
            <div className="avatar" aria-hidden="true">
              {item.initials}
            </div>
            <div>
              <h3>
                <a href={item.href} target={target} rel="noopener">
                  {item.name}
                </a>
              </h3>
              <div className="muted">{item.what}</div>
              <div>{[item.countries, item.sectors].filter(Boolean).join(' — ')}</div>
            </div>
            <div>{item.member ? <span className="tag member">{words.member}</span> : null}</div>
          </li>
        ))}
      </ul>
      <FramePages {...page} />
    </>
  )
}
