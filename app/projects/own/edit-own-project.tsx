import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { noteInput } from '#server/crm/page/page.schema.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { changesIn, getOwnProject } from '#server/projects/proposal/own-projects.server.ts'
import { decidedIn } from '#server/projects/proposal/proposal.ts'
import { discardProjectProposal, proposeProject } from '#server/projects/proposal/propose-project.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import {
  emptyValues,
  faultOf,
  formChoices,
  readForm,
  valuesOf,
  valuesOfInput,
} from '../project-form.server.ts'
import { ProjectForm } from '../project-form.tsx'
import type { Faults } from '../project-form-values.ts'
import { OwnChanges } from './own-changes.tsx'
import { decidedLabel, decidedPieces } from './project-words.server.ts'

const NEW = 'nouveau'
const keyOf = (params: LoaderFunctionArgs['params']) =>
  params.project === NEW ? null : recordId(params.project)

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:propose'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const found = await getOwnProject(ctx, id, keyOf(args.params))
    const { project, now, open, holders, organisation, amounts, atOnce } = found
    const { t } = i18nFor(ctx.locale)
    const empty = { ...emptyValues(), status: 'running' }
    const changes = open ? changesIn(open) : {}
    const shown = now ?? { ...BLANK, holders: [], partnersHere: [] }
    return {
      title: project ? t('space:projects.editOf', { title: project.title }) : t('space:projects.new'),
      list: `/${ctx.network.slug}/espace/structures/${id}/projets`,
      organisation,
      values: now || open ? valuesOfInput({ ...shown, ...changes } as never, ctx.locale) : empty,
      version: project?.version ?? 0,
      choices: formChoices(ctx.locale),
      holders,
      amounts,
      atOnce,
      note: open?.note ?? '',
      open: open && { waits: open.state === 'submitted' },
      changes:
        open && now
          ? decidedIn(changes).map((decided) => ({
              field: decided,
              label: decidedLabel(decided, ctx.locale),
              pieces: decidedPieces(decided, now, changes, ctx.locale),
            }))
          : [],
    }
  })
}

const BLANK = { title: '', summary: '', body: '', results: '', place: null, lat: null, lon: null }

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:propose'])
  const form = await submitted(args)
  const values = valuesOf(form)
  const note = String(form.get('note') ?? '')
  const home = `/${ctx.network.slug}/espace/structures/${args.params.id}/projets`
  const refusal = (faults: Faults, status: number, code: string | null = null, lacks: string[] = []) =>
    data({ values, note, faults, code, lacks }, { status })
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const key = keyOf(args.params)
    const intent = String(form.get('intent'))
    if (intent === 'abandonner' && key) {
      await discardProjectProposal(ctx, id, key)
      return redirect(`${home}?fait=projet-abandonne`)
    }
    const { now } = await getOwnProject(ctx, id, key)
    const around = { holders: now?.holders ?? [id], partnersHere: now?.partnersHere ?? [] }
    const { input, faults } = await readForm(ctx, { ...values, visibility: 'public' }, around)
    if (faults) return refusal(faults, 422)
    try {
      const { published } = await proposeProject(ctx, id, key, {
        input,
        note: noteInput.safeParse(note).data ?? '',
        version: now ? Number(form.get('version')) : null,
        state: intent === 'envoyer' ? 'submitted' : 'draft',
      })
      const done = intent !== 'envoyer' ? 'brouillon' : published ? 'publie' : 'envoye'
      return redirect(`${home}?fait=projet-${done}`)
    } catch (error) {
      if (!(error instanceof DomainError) || ![409, 422].includes(error.status)) throw error
      if (error.code === 'projects.field_refused' || error.code === 'projects.fields_refused')
        return refusal(faultOf(error), 422)
      const { lacks } = error.details as { lacks?: string[] }
      return refusal({}, error.status, error.code.split('.')[1]!, lacks ?? [])
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function EditOwnProject() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.list}>{`${t('projects.titleOf')} — ${page.organisation}`}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="lead">{t(page.atOnce ? 'projects.editLeadAtOnce' : 'projects.editLead')}</p>
      {page.open ? <OwnChanges waits={page.open.waits} changes={page.changes} /> : null}
      <ProjectForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        version={page.version}
        choices={page.choices}
        source=""
        cancel={page.list}
        holders={page.holders}
        amounts={page.amounts}
        actions={
          <>
            <button className="btn primary" type="submit" name="intent" value="envoyer">
              {t('send')}
            </button>
            <button className="btn" type="submit" name="intent" value="brouillon">
              {t('saveDraft')}
            </button>
          </>
        }
      >
        {refused?.code ? (
          <div className="notice bad" role="alert">
            <p>{t(`projects.refusal.${refused.code}`)}</p>
            {refused.lacks.length > 0 ? (
              <ul>
                {refused.lacks.map((lack) => (
                  <li key={lack}>{t(`projects:lacks.${lack}`)}</li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
        <Field label={t('noteToTeam')} name="note" hint={t('projects.noteHint')} optional>
          {(attributes) => (
            <textarea
              {...attributes}
              name="note"
              rows={2}
              maxLength={2000}
              defaultValue={refused?.note ?? page.note}
            />
          )}
        </Field>
      </ProjectForm>
    </div>
  )
}
