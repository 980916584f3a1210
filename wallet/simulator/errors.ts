/** The SDK file's texts for its own codes. Not the kit's table: a mistake in that must show against the simulator. */
const ERRORS: Readonly<Record<string, string>> = {
  c02: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
  c03: 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！',
  c04: 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！',
  c05: 'config执行成功以后才能调用插件方法',
}

/** Makes a failure of the SDK file itself. */
export const errorOf = (code: string) => ({ errcode: code, errmsg: ERRORS[code] })
