import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { JOURNAL_OBJECTS } from '#server/journal-objects.ts'
import { journalChoices, searchJournal } from '#server/kernel/audit/search-journal.server.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { ownOfHistory } from '../crm/own-field/own-of-history.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { JournalLines } from './journal-lines.tsx'
import { actionLabel, journalLines } from './journal-view.server.ts'
import { journalQuery, readJournalSearch } from './read-journal.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, upkeep['journal:read'])
  const search = readJournalSearch(new URL(args.request.url).searchParams)
  const [found, choices] = await answering(args, () =>
    Promise.all([searchJournal(ctx, search, JOURNAL_OBJECTS), journalChoices(ctx)]),
  )
  const { from, to, person, action, object } = search
  return {
    search: { from: from ?? '', to: to ?? '', person: person ?? '', action: action ?? '' },
    object: object ? (found.names.get(object) ?? null) : null,
    fiche: object ?? null,
    people: choices.people,
    actions: choices.actions.map((value) => ({ value, label: actionLabel(value, ctx.locale) })),
    lines: journalLines(
      found,
      JOURNAL_OBJECTS,
      ctx.network,
      ctx.locale,
      await ownOfHistory(ctx, found.lines),
    ),
    next: found.next && journalQuery(search, found.next),
    first: search.after ? journalQuery(search, null) : null,
    title: i18nFor(ctx.locale).t('kernel:journal.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Journal() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('kernel')
  const { search } = page
  return (
    <>
      <h1>{t('journal.title')}</h1>
      <p className="muted">{t('journal.about')}</p>
      <Form
        method="get"
        className="card stack"
        key={JSON.stringify([search, page.fiche])}
        aria-label={t('journal.search')}
      >
        {page.fiche ? (
          <p className="row">
            <input type="hidden" name="fiche" value={page.fiche} />
            <span className="grow">{t('journal.only', { object: page.object ?? t('journal.unnamed') })}</span>
            <Link to="?">{t('journal.everything')}</Link>
          </p>
        ) : null}
        <div className="three">
          <Field label={t('journal.from')}>
            {(attributes) => <input {...attributes} type="date" name="du" defaultValue={search.from} />}
          </Field>
          <Field label={t('journal.to')}>
            {(attributes) => <input {...attributes} type="date" name="au" defaultValue={search.to} />}
          </Field>
          <Field label={t('journal.person')}>
            {(attributes) => (
              <select {...attributes} name="qui" defaultValue={search.person}>
                <option value="">{t('journal.everyone')}</option>
                {page.people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('journal.what')}>
            {(attributes) => (
              <select {...attributes} name="action" defaultValue={search.action}>
                <option value="">{t('journal.everyAction')}</option>
                {page.actions.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <p className="row">
          <button className="btn primary" type="submit">
            {t('journal.find')}
          </button>
          <button className="btn" type="submit" formMethod="post" formAction="journal/exporter">
            {t('journal.export')}
          </button>
        </p>
      </Form>
      {page.lines.length === 0 ? <p className="empty">{t('journal.none')}</p> : null}
      <JournalLines lines={page.lines} />
      <nav className="row pages" aria-label={t('ui:page.pages')}>
        {page.first ? <Link to={page.first}>{t('journal.first')}</Link> : null}
        {page.next ? (
          <Link className="btn sm" rel="next" to={page.next}>
            {t('journal.older')}
          </Link>
        ) : null}
      </nav>
    </>
  )
}
