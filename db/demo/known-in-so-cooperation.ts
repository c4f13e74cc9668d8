import type { Known } from './organisation.ts'

type Details = Omit<Known, 'name' | 'kind' | 'subkind' | 'insee'>
const association = (name: string, insee: string, details: Details): Known => ({
  name,
  insee,
  kind: 'association',
  subkind: 'local_association',
  siren: null,
  listed: true,
  ...details,
})
const authority = (name: string, subkind: Known['subkind'], insee: string, details: Details): Known => ({
  name,
  insee,
  kind: 'local_authority',
  subkind,
  siren: null,
  listed: true,
  ...details,
})

/**
 * Names found in the network's public documents, so that the demonstration looks like the region.
 * Whatever those documents do not say (address, numbers, membership) is invented like the rest.
 */
export const KNOWN_IN_SO_COOPERATION: Known[] = [
  association('Amitié Coopération Solidarité avec Elavagnon', '79311', {
    acronym: 'ACSE',
    countries: ['TG'],
    sectors: ['agriculture', 'water', 'education'],
    description:
      'Depuis la Gâtine, l’association coopère avec les habitants d’Elavagnon, au Togo. Elle accompagne l’agriculture familiale, l’accès à l’eau et la scolarité des enfants.',
    member: true,
  }),
  association('Floki', '33063', { countries: ['SN'], sectors: ['youth', 'education'], member: true }),
  association('Budmo', '33063', { countries: ['UA'], sectors: ['emergency', 'health'], member: true }),
  association('Kids sans Frontières', '33119', { countries: ['SN'], sectors: ['education'], member: true }),
  association('Assoencore', '33281', { countries: ['CI'], sectors: ['education', 'economy'], member: true }),
  association('ACAMO', '79191', { countries: ['TG'], sectors: ['water', 'health'], member: true }),
  association('Association pour la Bolivie', '64445', {
    countries: ['BO'],
    sectors: ['education', 'health'],
    member: true,
  }),
  association('Football Écologie France', '33063', {
    countries: ['SN', 'MA'],
    sectors: ['environment', 'youth'],
  }),
  association('Maison de Soi.e', '19272', { countries: ['BJ'], sectors: ['health', 'human_rights'] }),
  association('Sages-Femmes Sans Frontières', '19272', {
    acronym: 'SFSF',
    countries: ['BJ'],
    sectors: ['health'],
    member: true,
  }),
  association('RECAH', '33119', { countries: ['CM'], sectors: ['health', 'emergency'] }),
  association('Avenir en Héritage', '17300', {
    countries: ['MA', 'SN'],
    sectors: ['global_citizenship', 'youth'],
    member: true,
  }),
  association('KuriOz', '86194', {
    countries: ['BJ'],
    sectors: ['global_citizenship', 'education'],
    member: true,
  }),
  association('Keur Espoir', '33063', { countries: ['SN'], sectors: ['education', 'youth'] }),
  association('Engagé·e·s & Déterminé·e·s', '33063', {
    countries: ['TG'],
    sectors: ['global_citizenship', 'youth'],
  }),
  association('Cool’eurs du Monde', '33119', {
    countries: ['SN', 'MA'],
    sectors: ['youth', 'global_citizenship'],
    member: true,
  }),
  association('Jumelage Poitiers–Moundou', '86194', { countries: ['TD'], sectors: ['culture', 'youth'] }),
  authority('Région Nouvelle-Aquitaine', 'region', '33063', {
    countries: ['SN', 'VN', 'DE'],
    sectors: ['governance', 'agriculture', 'training'],
    member: true,
  }),
  authority('Bordeaux Métropole', 'intercommunality', '33063', {
    countries: ['CM', 'BF'],
    sectors: ['water', 'waste', 'energy'],
    member: true,
  }),
  authority('Grand Poitiers', 'intercommunality', '86194', {
    aliases: ['Communauté urbaine du Grand Poitiers'],
    countries: ['TD'],
    sectors: ['water', 'governance'],
    member: true,
  }),
  authority('Limoges Métropole', 'intercommunality', '87085', {
    aliases: ['Communauté urbaine Limoges Métropole'],
    countries: ['SN'],
    sectors: ['water', 'economy'],
  }),
  authority('Ville de Poitiers', 'municipality', '86194', {
    countries: ['TD'],
    sectors: ['culture', 'water', 'youth'],
    description:
      'La Ville est jumelée avec Moundou, au Tchad, depuis 1989. Associations, lycées et services municipaux prennent part aux échanges.',
    member: true,
  }),
  authority('Ville de Bordeaux', 'municipality', '33063', {
    countries: ['CM', 'MA'],
    sectors: ['culture', 'governance'],
  }),
  authority('Ville de Bayonne', 'municipality', '64102', {
    countries: ['TN'],
    sectors: ['culture', 'water'],
  }),
  authority('Ville de Cenon', 'municipality', '33119', {
    countries: ['SN', 'MA'],
    sectors: ['youth', 'governance'],
    member: true,
  }),
  authority('GrandAngoulême', 'intercommunality', '16015', {
    aliases: ['Communauté d’agglomération du Grand Angoulême'],
    countries: ['ML'],
    sectors: ['culture', 'governance'],
  }),
  authority('Communauté d’agglomération de La Rochelle', 'intercommunality', '17300', {
    countries: ['UA'],
    sectors: ['environment', 'governance'],
    member: true,
  }),
  authority('Communauté d’agglomération Pau Béarn Pyrénées', 'intercommunality', '64445', {
    countries: ['BF'],
    sectors: ['water', 'energy'],
  }),
]
