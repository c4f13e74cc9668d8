import { useTranslation } from 'react-i18next'
import type { ProjectOfRecord } from '#server/crm/organisation/projects-of-record.server.ts'

/** What it does abroad or here. */
export function ProjectsSection({ projects }: { projects: ProjectOfRecord[] | null }) {
  const { t } = useTranslation('crm')
  if (!projects?.length) return null
  return (
    <section className="card stack" id="projets">
      <h2>{t('projects')}</h2>
      <ul>
        {projects.map((project) => (
          <li key={project.id}>{project.title}</li>
        ))}
      </ul>
    </section>
  )
}
