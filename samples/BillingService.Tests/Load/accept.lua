-- Cancels and resumes by turns: each request is priced, claimed, accepted and booked. Each thread has accounts of its own.
local accounts = require("accounts")
local threads = 0
local turn = 0
local share

setup = function(thread)
  thread:set("number", threads)
  threads = threads + 1
end

init = function()
  share = math.floor(#accounts / 2)
end

request = function()
  local account = accounts[number * share + turn % share + 1]
  local command = math.floor(turn / share) % 2 == 0 and "/cancel" or "/resume"
  turn = turn + 1
  return wrk.format("POST", "/subscriptions/" .. account .. command,
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = number .. "-" .. turn .. "-" .. os.time() }, "{}")
end

done = function(summary, latency)
  io.write(string.format("p99 %.1f ms, not 2xx: %d of %d\n", latency:percentile(99) / 1000, summary.errors.status, summary.requests))
end
