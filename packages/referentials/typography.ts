/** In French a space stands before « : ; ? ! » and inside guillemets; none of them may begin a line. */
export const withoutOrphans = (text: string): string =>
  text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0')
