// French labels repaired by hand: cut short, empty or misspelt in the source.
export const DAC_FRENCH_LABELS: Record<string, string> = {
  '114': 'Éducation postsecondaire',
  '123': 'Maladies non transmissibles (MNT)',
  '130': 'Politique en matière de population, santé et fertilité',
  '151': 'Gouvernement et société civile, général',
  '320': 'Industries manufacturières, extractives, construction',
  '330': 'Politique commerciale et réglementations',
  '410': 'Protection de l’environnement, général',
  '520': 'Aide alimentaire à des fins de développement',
  '600': 'Actions se rapportant à la dette',
  '740': 'Prévention des catastrophes et préparation à leur survenue',
  '930': 'Réfugiés dans les pays donneurs',
  '998': 'Non affecté, non spécifié',
}
