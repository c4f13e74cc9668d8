import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { stampOf } from '#server/crm/page/keeper.server.ts'
import { getOwnPage, ownPageFields } from '#server/crm/page/own-page.server.ts'
import { noteInput } from '#server/crm/page/page.schema.ts'
import { stillAsked } from '#server/crm/page/page.ts'
import { crm } from '#server/crm/permissions.ts'
import {
  changesIn,
  conflictsOf,
  saveProposal,
  submitProposal,
} from '#server/crm/proposal/own-proposal.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { formChoices } from '../crm/organisation-choices.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { OwnHeading } from './own-heading.tsx'
import { ownPartOf, type PageFaults, readPage, typedOf, typedOwnPart, typedPage } from './page-form.server.ts'
import { PageForm } from './page-form.tsx'
import { fieldText } from './page-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const { page, open, own, atOnce } = await answering(args, async () =>
    getOwnPage(ctx, recordId(args.params.id)),
  )
  const overtaken = open ? conflictsOf(open, page) : []
  const shown = open ? { ...page, ...stillAsked(changesIn(open), page) } : page
  const { countries, sectors, sdgs } = formChoices(ctx.locale)
  return {
    title: i18nFor(ctx.locale).t('space:editTitle'),
    name: page.name,
    home: `/${ctx.network.slug}/espace/structures/${args.params.id}`,
    values: typedOf(shown),
    own: ownPartOf(own, shown),
    note: open?.note ?? '',
    sent: open?.state === 'submitted',
    atOnce,
    stamp: stampOf(page),
    choices: { countries, sectors, sdgs },
    overtaken: Object.fromEntries(
      overtaken.map((field) => [field, fieldText(field, page[field], ctx.locale, own)]),
    ) as Record<string, string>,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const form = await submitted(args)
  const values = typedPage(form)
  const intent = String(form.get('intent'))
  const note = String(form.get('note') ?? '')
  const fields = await answering(args, async () => ownPageFields(ctx, recordId(args.params.id)))
  const own = typedOwnPart(fields, form)
  const { page, faults } = readPage(values, own)
  if (faults) return data({ values, own, note, faults, refusal: null }, { status: 422 })
  const stamp = String(form.get('stamp') ?? '')
  const home = `/${ctx.network.slug}/espace/structures/${args.params.id}`
  const typed = { page, note: noteInput.safeParse(note).data ?? '', stamp }
  return answering(args, async () => {
    try {
      const id = recordId(args.params.id)
      if (intent === 'envoyer') {
        const { published } = await submitProposal(ctx, id, typed)
        return redirect(`${home}?fait=${published ? 'page-publiee' : 'page-envoyee'}`)
      }
      const { sent } = await saveProposal(ctx, id, typed)
      if (intent === 'apercu') return redirect(`${home}/apercu`)
      return redirect(`${home}?fait=${sent ? 'page-envoyee' : 'page-brouillon'}`)
    } catch (error) {
      if (!(error instanceof DomainError) || !/page_changed|nothing_proposed/.test(error.code)) throw error
      const refusal = error.code.split('.')[1]!
      return data({ values, own, note, faults: {} as PageFaults, refusal }, { status: error.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

export default function EditPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page">
      <OwnHeading home={page.home} name={page.name} title={page.title} />
      <p className="lead">{t(page.atOnce ? 'editLeadAtOnce' : 'editLead')}</p>
      <PageForm
        values={refused?.values ?? page.values}
        own={refused?.own ?? page.own}
        faults={refused?.faults ?? {}}
        note={refused?.note ?? page.note}
        stamp={page.stamp}
        choices={page.choices}
        overtaken={page.overtaken}
        cancel={page.home}
        noteLabel={t('noteToTeam')}
        actions={
          <>
            <button className="btn primary" type="submit" name="intent" value="envoyer">
              {t('send')}
            </button>
            <button className="btn" type="submit" name="intent" value="apercu">
              {t('preview')}
            </button>
            {page.sent ? null : (
              <button className="btn" type="submit" name="intent" value="brouillon">
                {t('saveDraft')}
              </button>
            )}
          </>
        }
      >
        {refused?.refusal ? (
          <p className="notice bad" role="alert">
            {t(`refusal.${refused.refusal}`)}
          </p>
        ) : null}
      </PageForm>
    </div>
  )
}
