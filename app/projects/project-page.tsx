import { Link } from '@remix-run/react'
import { ProjectLine } from './project-line.tsx'
import type { ProjectView } from './project-view.server.ts'

/** What is done, by whom, with whom and where. */
export function ProjectPage({ page }: { page: ProjectView }) {
  const { words } = page
  return (
    <article className="wrap page">
      <nav className="crumbs" aria-label={words.breadcrumb}>
        <ol>
          <li>
            <Link to={page.base}>{words.back}</Link>
          </li>
          <li aria-current="page">{page.title}</li>
        </ol>
      </nav>
      <h1>{page.title}</h1>
      {page.summary ? <p className="lead">{page.summary}</p> : null}
      <div className="cols aside">
        <div className="stack">
          {page.pictures.length > 0 ? <Pictures pictures={page.pictures} /> : null}
          {page.paragraphs.length > 0 ? (
            page.paragraphs.map((text) => (
              <p className="said" key={text}>
                {text}
              </p>
            ))
          ) : (
            <p className="muted">{words.noText}</p>
          )}
          {page.results.length > 0 ? (
            <section>
              <h2>{words.results}</h2>
              {page.results.map((text) => (
                <p className="said" key={text}>
                  {text}
                </p>
              ))}
            </section>
          ) : null}
          <Partners title={words.partnersThere} partners={page.partnersThere} />
          <Partners title={words.partnersHere} partners={page.partnersHere} />
          <Tags title={words.sectors} links={page.sectors} />
          <Tags title={words.sdgs} links={page.sdgs} />
        </div>
        <aside className="card stack" aria-label={words.about}>
          <section>
            <h2>{words.holders}</h2>
            <Organisations organisations={page.holders} />
            {page.unnamed ? <p className="muted">{page.unnamed}</p> : null}
          </section>
          <dl className="facts">
            {page.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {page.countryOnly ? <p className="small muted">{page.countryOnly}</p> : null}
          <p className="small muted">{page.updated}</p>
        </aside>
      </div>
      <Besides title={words.near} items={page.near} />
      <Besides title={words.alike} items={page.alike} />
    </article>
  )
}

function Pictures({ pictures }: Pick<ProjectView, 'pictures'>) {
  return (
    <div className="pictures">
      {pictures.map(({ src, alt, credit }) => (
        <figure key={src}>
          <img src={src} alt={alt} loading="lazy" />
          {credit ? <figcaption className="small muted">{credit}</figcaption> : null}
        </figure>
      ))}
    </div>
  )
}

type Organisation = { name: string; what: string; href?: string; acronym?: string | null }

function Organisations({ organisations }: { organisations: Organisation[] }) {
  return (
    <ul className="plain">
      {organisations.map(({ name, what, href }) => (
        <li key={(href ?? '') + name + what}>
          {href ? <Link to={href}>{name}</Link> : name}
          {what ? <span className="small muted"> {what}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Partners({ title, partners }: { title: string; partners: Organisation[] }) {
  if (partners.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Organisations organisations={partners} />
    </section>
  )
}

function Tags({ title, links }: { title: string; links: { label: string; href: string }[] }) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="chips">
        {links.map(({ label, href }) => (
          <li key={href}>
            <Link className="tag" to={href}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Besides({ title, items }: { title: string; items: ProjectView['near'] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="listings projects">
        {items.map((item) => (
          <ProjectLine key={item.href} item={item} />
        ))}
      </ul>
    </section>
  )
}
