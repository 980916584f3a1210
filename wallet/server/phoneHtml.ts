import { PHONE_SCRIPT_PATH } from './paths'

/** Makes the phone's document, whose script draws everything. @param home the path that is opened first */
export const phoneHtml = (home: string): string => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>upsdk-kit</title>
</head>
<body data-home="${home.replace(/[&"<]/g, (one) => `&#${one.charCodeAt(0)};`)}">
<script src="${PHONE_SCRIPT_PATH}"></script>
</body>
</html>
`
