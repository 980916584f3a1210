/** Each gives texts by their file. */
export const makers: (() => Record<string, string> | Promise<Record<string, string>>)[]
