import type ts from 'typescript'
export declare function newerApis(
  program: ts.Program,
  file: ts.SourceFile,
): { line: number; name: string; problem: string }[]
