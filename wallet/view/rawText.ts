/** Matches texts that are for developers: codes, JSON, names of exceptions and of native's errors. */
const RAW_TEXT =
  /[A-Z]{3,}_[A-Z_]{3,}|\berr(or)?_?([Cc]ode|[Mm]sg)\b|\b[A-Z]\w*Exception\b|\b[a-z]+[A-Z]?\w*:fail\b|\{\s*\\?"|\[object |\b(undefined|null|NaN)\b|\bc0\d\b|\b\w*Error\b: |\bis not (defined|a function|an object|iterable)\b|Can't find variable/
/** Matches what a request, or the reading of its answer, fails with in browsers and in axios. */
const OF_REQUESTS =
  /\bNetwork Error\b|^Load failed$|\bNetworkError when\b|\b(Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b|\bFailed to fetch\b|\bstatus code \d|\btimeout of \d+ ?ms exceeded|\bUnexpected (token|end of)|\bCannot read propert/
/** Matches the texts in UnionPay's own file. */
const OF_THE_FILE = /(访问|调用|此|支付)插件|插件(里面|方法)|调用方法缺少参数|生成TN号|签名因子url|\bupsdk\b/

/** Is it a text that no user should see? */
export const isRawText = (text: string): boolean =>
  [RAW_TEXT, OF_REQUESTS, OF_THE_FILE].some((one) => one.test(text))
