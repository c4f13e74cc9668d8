import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DomainError } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { updateProject } from '#server/projects/project/update-project.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { faultOf, formChoices, readForm, valuesOf, valuesOfProject } from './project-form.server.ts'
import { ProjectForm } from './project-form.tsx'
import type { Faults } from './project-form-values.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  return answering(args, async () => {
    const record = await getProject(ctx, recordId(args.params.id))
    if (record.publishedAt) demand(ctx, projects['project:correct'])
    return {
      title: record.title,
      version: record.version,
      values: await valuesOfProject(ctx, record),
      choices: formChoices(ctx.locale),
      list: `/${ctx.network.slug}/bureau/projets`,
      source: `/${ctx.network.slug}/bureau/structures/suggestions`,
      home: `/${ctx.network.slug}/bureau/projets/${record.id}`,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  const form = await submitted(args)
  const values = valuesOf(form)
  const version = Number(form.get('version'))
  const refusal = (faults: Faults, status: number, more: { version?: number; by?: string | null } = {}) =>
    data(
      { values, faults, version, overtaken: 'by' in more ? { by: more.by } : null, status, ...more },
      { status },
    )
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const { input, faults } = await readForm(ctx, values)
    if (faults) return refusal(faults, 422)
    try {
      await updateProject(ctx, id, version, input)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // Published meanwhile, which they may not correct: what they typed is theirs to show to the team.
      if (error.status === 403) return refusal({}, 403)
      if (error.code === 'projects.changed_meanwhile')
        return refusal({}, 409, error.details as { by: string | null; version: number })
      return refusal(faultOf(error), 422)
    }
    return redirect(`/${ctx.network.slug}/bureau/projets/${id}?fait=enregistre`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function EditProject() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('projects')
  return (
    <>
      <h1>{t('editHeading', { title: page.title })}</h1>
      <ProjectForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        version={refused?.version ?? page.version}
        choices={page.choices}
        source={page.source}
        cancel={page.home}
      >
        {refused?.status === 403 ? (
          <p className="notice bad" role="alert">
            {t('publishedMeanwhile')}
          </p>
        ) : null}
        {refused?.overtaken ? (
          <div className="notice bad" role="alert">
            <p>{refused.overtaken.by ? t('overtakenBy', { name: refused.overtaken.by }) : t('overtaken')}</p>
            <a href={page.home} target="_blank" rel="noopener">
              {t('seeCurrent')}
            </a>
          </div>
        ) : null}
      </ProjectForm>
    </>
  )
}
