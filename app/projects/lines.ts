/** As many partners there, or funders, as a project may name. */
export const MOST_LINES = 20
