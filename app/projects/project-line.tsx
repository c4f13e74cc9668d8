import { Link } from '@remix-run/react'
import type { projectLine } from './panorama-view.server.ts'

/** One title to click, who and where, what for. */
export function ProjectLine({ item, level = 3 }: { item: ReturnType<typeof projectLine>; level?: 3 | 4 }) {
  const Title = level === 3 ? 'h3' : 'h4'
  return (
    <li className="project">
      {item.picture ? <img src={item.picture.src} alt="" loading="lazy" width={132} height={99} /> : null}
      <div>
        <Title>
          <Link to={item.href}>{item.title}</Link>
        </Title>
        <div className="muted">{[item.holders, item.where].filter(Boolean).join(' — ')}</div>
        {item.summary ? <div>{item.summary}</div> : null}
        <div className="small muted">{[item.sectors, item.when].filter(Boolean).join(' — ')}</div>
        {item.networks ? <div className="small muted">{item.networks}</div> : null}
      </div>
    </li>
  )
}
