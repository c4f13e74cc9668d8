import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { myDossiers } from '#server/dispositifs/editor/my-dossiers.server.ts'
import { baseOf } from '#server/dispositifs/fill/answer-base.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { saveAnswers } from '#server/dispositifs/fill/save-answers.server.ts'
import { offeredAnswers } from '#server/dispositifs/fill/take-answers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { useSaid } from '../form/filling.ts'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const found = await getOwnDossier(ctx, id)
    const head = ownHead(ctx, found)
    if (found.open.length === 0) throw redirect(head.home)
    const asked = new URL(args.request.url).searchParams.get('de')
    const chosen = asked ? await offeredAnswers(ctx, id, recordId(asked)) : null
    const others = (await myDossiers(ctx)).filter((one) => one.id !== id)
    const { t } = i18nFor(ctx.locale)
    return {
      head,
      title: t('dispositifs:holder.take.title'),
      from: asked,
      others: others.map((one) => ({
        id: one.id,
        name: `${one.code} ${one.number} · ${one.title || t('dispositifs:untitled')} · ${one.session}`,
      })),
      offered:
        chosen?.offered.map(({ field: { showIf: _, ...field }, theirs, mine }) => ({
          field,
          theirs,
          mine,
        })) ?? [],
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const form = await submitted(args)
    const { offered, row } = await offeredAnswers(ctx, id, recordId(String(form.get('de') ?? '')))
    const wanted = new Set(form.getAll('prendre').map(String))
    const taken = offered.filter(({ field }) => wanted.has(field.key))
    const home = `/${ctx.network.slug}/espace/dossiers/${id}`
    if (taken.length === 0) return redirect(`${home}/reprendre`)
    await saveAnswers(ctx, id, {
      answers: {
        ...row.answers,
        ...Object.fromEntries(taken.map(({ field, theirs }) => [field.key, theirs])),
      },
      bases: Object.fromEntries(taken.map(({ field, mine }) => [field.key, baseOf(mine)])),
    })
    return redirect(`${home}/remplir?fait=repris`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

export default function TakeOver() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  return (
    <OwnFrame head={page.head} here={page.title}>
      <p className="lead">{t('holder.take.lead')}</p>
      {page.others.length === 0 ? <p className="empty">{t('holder.take.none')}</p> : null}
      <ul>
        {page.others.map(({ id, name }) => (
          <li key={id}>
            {id === page.from ? <strong>{name}</strong> : <Link to={`?de=${id}`}>{name}</Link>}
          </li>
        ))}
      </ul>
      {page.from && page.offered.length === 0 ? <p className="empty">{t('holder.take.nothing')}</p> : null}
      {page.from && page.offered.length > 0 ? (
        <Form method="post" className="stack form">
          <input type="hidden" name="de" value={page.from} />
          <fieldset className="stack">
            <legend>{t('holder.take.which')}</legend>
            {page.offered.map(({ field, theirs, mine }) => (
              <div key={field.key} className="card stack">
                <label className="check">
                  <input type="checkbox" name="prendre" value={field.key} />
                  <span>
                    <strong>{said(field.label)}</strong>
                    {mine === undefined ? '' : ` · ${t('holder.take.replaces')}`}
                  </span>
                </label>
                <AnswersRead
                  definition={{ sections: [{ key: 'one', title: field.label, fields: [field] }] }}
                  answers={{ [field.key]: theirs }}
                />
              </div>
            ))}
          </fieldset>
          <p>
            <button className="btn primary" type="submit">
              {t('holder.take.go')}
            </button>
          </p>
        </Form>
      ) : null}
    </OwnFrame>
  )
}
