import { Link, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ProjectOfRecord } from '#server/projects/project/projects-of-record.server.ts'
import { Badge } from '../../ui/badge.tsx'

/** What it does abroad or here: the projects it holds, then those it takes part in. */
export function ProjectsSection({ projects }: { projects: ProjectOfRecord[] | null }) {
  const { t } = useTranslation('projects')
  const { network, id } = useParams()
  if (!projects) return null
  const list = `/${network}/bureau/projets`
  return (
    <section className="card stack" id="projets">
      <h2>{t('list')}</h2>
      {projects.length === 0 ? <p className="muted">{t('ofRecord.none')}</p> : null}
      <ul className="plain">
        {projects.map((project) => (
          <li key={project.id + project.as}>
            <Link to={`${list}/${project.id}`}>{project.title}</Link>{' '}
            {project.published ? null : <Badge label={t('state.draft')} />}{' '}
            <span className="small muted">{t(`ofRecord.${project.as}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link className="btn sm" to={`${list}/nouveau?porteur=${id}`}>
          {t('new')}
        </Link>
      </p>
    </section>
  )
}
