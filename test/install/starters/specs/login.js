// A login with the number, beside the starter's own page, as the guide has it under “手机号与实名信息”.
export function addLogin(upsdk) {
  const button = document.body.appendChild(document.createElement('button'))
  button.textContent = '绑定手机号'
  button.addEventListener('click', async () => {
    try {
      const { code } = await upsdk.appletExplicitAuth({ scope: 'scope.mobile' })
      const answer = await fetch('/api/bind-mobile', { method: 'POST', body: JSON.stringify({ code }) })
      button.textContent = (await answer.json()).mobile
    } catch (error) {
      button.textContent = error.reason
    }
  })
}
