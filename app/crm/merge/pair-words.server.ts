import { formatSiren } from '#packages/identifiers/siren.ts'
import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { type FieldKey, publicationOf } from '#server/crm/merge/fields.ts'
import type { OrganisationRow } from '#server/crm/organisation/locked-organisation.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { valueWord } from '../../kernel/journal-values.server.ts'
import { ownFacts } from '../own-field/own-facts.server.ts'

/** What each record says in one field, as people read it; null when it says nothing. */
export function saidIn(
  key: FieldKey,
  row: OrganisationRow,
  names: Map<string, string>,
  own: OwnField[],
  locale: Locale,
) {
  const { t } = i18nFor(locale)
  switch (key) {
    case 'type':
      return typeLabel(row.kind, row.subkind, locale)
    case 'siren':
      return row.siren && formatSiren(row.siren)
    case 'place':
      return (
        [row.postalCode, row.city, row.seatCountry === 'FR' ? null : row.seatCountry]
          .filter(Boolean)
          .join(' ') || null
      )
    case 'published':
      return t(`crm:merge.publication.${publicationOf(row)}`)
    case 'parent':
      return row.parentId ? (names.get(row.parentId) ?? t('kernel:journal.unnamed')) : null
    case 'lookedAfterBy':
      return row.lookedAfterBy ? (names.get(row.lookedAfterBy) ?? t('kernel:someone')) : null
    case 'formerNames':
      return row.formerNames.map(({ name }) => name).join(', ') || null
    case 'verifiedAt':
      return row.verifiedAt && days(locale, 'UTC', 'long').format(row.verifiedAt)
    case 'ownFields':
      return (
        ownFacts(row.ownFields, own, locale)
          .map(({ label, value }) => t('crm:merge.ownSaid', { label, value }))
          .join(' · ') || null
      )
    default:
      return valueWord(key, row[key], locale)
  }
}
