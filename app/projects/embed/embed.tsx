import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicNetwork } from '../../guard.server.ts'
import { frameHeaders } from '../../portal/embed/frame.server.ts'
import { Frame, FramePages } from '../../portal/embed/frame.tsx'
import { PlacedProjects } from '../where-map.tsx'
import { projectsEmbed } from './embed-view.server.ts'

/** The panorama, its list or its map, to be shown by another site. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'projects')
  return data(await projectsEmbed(args, ctx), { headers: await frameHeaders(ctx.network) })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ProjectsEmbed() {
  const page = useLoaderData<typeof loader>()
  const { items, places, target, words } = page
  return (
    <Frame
      title={page.title}
      demo={words.demo}
      search={page.free ? page : null}
      total={page.bare ? null : page.total}
      whole={page.bare ? null : { ...page.whole, target }}
    >
      {page.bare ? null : (
        <p className="small">
          <a href={page.other.href}>{page.other.label}</a>
        </p>
      )}
      {places ? (
        <PlacedProjects places={places} countries={page.countries} query={page.query} beside={false} />
      ) : (
        <>
          {items.length === 0 ? <p className="empty">{words.nothing}</p> : null}
          <ul className="listings projects">
            {items.map((item) => (
              <li className="project" key={item.href}>
                {item.picture ? (
                  <img src={item.picture.src} alt="" loading="lazy" width={132} height={99} />
                ) : null}
                <div>
                  <h3>
                    <a href={item.href} target={target} rel="noopener">
                      {item.title}
                    </a>
                  </h3>
                  <div className="muted">{[item.holders, item.where].filter(Boolean).join(' — ')}</div>
                  {item.summary ? <div>{item.summary}</div> : null}
                  <div className="small muted">{[item.sectors, item.when].filter(Boolean).join(' — ')}</div>
                </div>
              </li>
            ))}
          </ul>
          <FramePages {...page} />
        </>
      )}
    </Frame>
  )
}
