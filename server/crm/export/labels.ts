import type { Locale } from '#server/kernel/context.ts'

/** Headings of lists, in the language of whoever asked; the import recognises them all. */
const LABELS: Record<string, Record<Locale, string>> = {
  name: { fr: 'Nom', en: 'Name' },
  acronym: { fr: 'Sigle', en: 'Acronym' },
  kind: { fr: 'Type', en: 'Kind' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  rna: { fr: 'RNA', en: 'RNA' },
  address: { fr: 'Adresse', en: 'Address' },
  postalCode: { fr: 'Code postal', en: 'Postal code' },
  city: { fr: 'Commune', en: 'Town' },
  department: { fr: 'Département', en: 'Department' },
  seatCountry: { fr: 'Pays du siège', en: 'Seat country' },
  website: { fr: 'Site', en: 'Website' },
  email: { fr: 'Courriel', en: 'E-mail' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  countries: { fr: 'Pays', en: 'Countries' },
  sectors: { fr: 'Secteurs', en: 'Sectors' },
  sdgs: { fr: 'ODD', en: 'SDGs' },
  description: { fr: 'Présentation', en: 'Presentation' },
  aliases: { fr: 'Autres noms', en: 'Other names' },
  formerNames: { fr: 'Anciens noms', en: 'Former names' },
  published: { fr: 'Publiée', en: 'Published' },
  verifiedOn: { fr: 'Vérifiée le', en: 'Verified on' },
  updatedOn: { fr: 'Modifiée le', en: 'Updated on' },
  people: { fr: 'Contacts', en: 'Contacts' },
  peopleEmails: { fr: 'Courriels des contacts', en: 'E-mails of contacts' },
  familyName: { fr: 'Nom', en: 'Last name' },
  givenName: { fr: 'Prénom', en: 'First name' },
  function: { fr: 'Fonction', en: 'Function' },
  organisation: { fr: 'Structure', en: 'Organisation' },
}

export const columnLabel = (key: string, locale: Locale): string => LABELS[key]?.[locale] ?? key
