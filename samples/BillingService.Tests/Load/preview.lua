-- Prices an upgrade of one of the accounts, each request another one.
local accounts = require("accounts")
local turn = 0

request = function()
  turn = turn % #accounts + 1
  return wrk.format("POST", "/subscriptions/" .. accounts[turn] .. "/preview", { ["Content-Type"] = "application/json" },
    '{"kind":"to","cart":{"planId":"business","interval":"month"}}')
end
