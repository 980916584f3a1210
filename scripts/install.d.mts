export declare function install(folder: string): void
