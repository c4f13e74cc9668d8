import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { organisationLabels } from '#server/crm/public.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { createProject } from '#server/projects/project/create-project.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { emptyValues, faultOf, formChoices, readForm, valuesOf } from './project-form.server.ts'
import { ProjectForm } from './project-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  // « Ajouter un projet » on an organisation's record: it holds it.
  const asked = new URL(args.request.url).searchParams.get('porteur')
  const holders = asked
    ? await answering(args, async () => [...(await organisationLabels(ctx, [recordId(asked)])).values()])
    : []
  return {
    choices: formChoices(ctx.locale),
    values: { ...emptyValues(), holders },
    home: `/${ctx.network.slug}/bureau/projets`,
    source: `/${ctx.network.slug}/bureau/structures/suggestions`,
    title: i18nFor(ctx.locale).t('projects:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  const values = valuesOf(await submitted(args))
  return answering(args, async () => {
    const { input, faults } = await readForm(ctx, values)
    if (faults) return data({ values, faults }, { status: 422 })
    try {
      const { id } = await createProject(ctx, input)
      return redirect(`/${ctx.network.slug}/bureau/projets/${id}?fait=cree`)
    } catch (error) {
      return data({ values, faults: faultOf(error) }, { status: 422 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewProject() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('projects')
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <ProjectForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        choices={page.choices}
        source={page.source}
        cancel={page.home}
      />
    </>
  )
}
