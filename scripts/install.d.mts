/** @param folder of the repository, or any other by its absolute path */
export declare function install(folder: string): void
