import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { matchingSchema } from '#server/crm/import/matching.schema.ts'
import { findMatchings, forgetMatching, saveMatching } from '#server/crm/import/saved-matchings.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { uploaded } from '../../upload.server.ts'
import { PageHead } from '../page-head.tsx'

const MOST_BYTES = 200 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const found = await answering(args, () => findMatchings(ctx))
  return {
    matchings: found.map(({ id, name, matching }) => ({
      id,
      name,
      columns: matching.columns.filter(({ field }) => field).length,
    })),
    desk: `/${ctx.network.slug}/bureau`,
    title: i18nFor(ctx.locale).t('crm:imports.matchings'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const here = `/${ctx.network.slug}/bureau/imports/correspondances`
  return answering(args, async () => {
    const sent = await uploaded(args, MOST_BYTES).catch((error) => {
      if (refusalOf(error)) return null
      throw error
    })
    const removed = sent?.form.get('retirer')
    if (removed) {
      await forgetMatching(ctx, recordId(String(removed)))
      return redirect(`${here}?fait=retiree`)
    }
    const matching = sent?.upload && parsed(sent.upload.bytes)
    if (!matching) return data({ fault: 'matching_broken' }, { status: 422 })
    const name = String(sent?.form.get('nom') ?? '').trim() || sent!.upload!.name.replace(/\.json$/i, '')
    await saveMatching(ctx, name, matching)
    return redirect(`${here}?fait=ajoutee`)
  })
}

function parsed(bytes: Uint8Array) {
  try {
    return matchingSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Matchings() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <PageHead
        up={{ to: `${page.desk}/imports`, label: t('imports.title') }}
        title={page.title}
        lead={t('imports.matchingsAbout')}
        done={{
          ajoutee: t('imports.matchingDone.ajoutee'),
          retiree: t('imports.matchingDone.retiree'),
        }}
      />
      {page.matchings.length === 0 ? <EmptyList text={t('imports.noMatching')} /> : null}
      <ul className="stack">
        {page.matchings.map((one) => (
          <li key={one.id} className="row card">
            <div className="grow">
              <strong>{one.name}</strong>
              <div className="small muted">{t('imports.matchedColumns', { count: one.columns })}</div>
            </div>
            <a className="btn" href={`${page.desk}/imports/correspondances/${one.id}`}>
              {t('imports.takeAway')}
            </a>
            <Form method="post" encType="multipart/form-data">
              <button className="btn" type="submit" name="retirer" value={one.id}>
                {t('imports.removeMatching')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" encType="multipart/form-data" className="card stack narrow">
        <h2>{t('imports.bringMatching')}</h2>
        <Field
          label={t('imports.matchingFile')}
          hint={t('imports.matchingFileHint')}
          fault={refused ? t(`imports.fault.${refused.fault}`) : undefined}
        >
          {(attributes) => (
            <input {...attributes} type="file" name="fichier" accept=".json,application/json" />
          )}
        </Field>
        <Field label={t('imports.matchingName')} optional>
          {(attributes) => <input {...attributes} name="nom" maxLength={80} autoComplete="off" />}
        </Field>
        <p>
          <button className="btn" type="submit">
            {t('imports.addMatching')}
          </button>
        </p>
      </Form>
    </>
  )
}
