-- nvim --headless -u NONE -n -S neovim.lua ARTICLE
-- Uses Masthead as somebody does who has set up nothing else, and writes what came of it as JSON.
--   MASTHEAD_NODE, MASTHEAD_SERVER   the program to start
--   MASTHEAD_RESULT                  the file for the results
local result = {}

local function save()
  local file = assert(io.open(vim.env.MASTHEAD_RESULT, 'w'))
  file:write(vim.json.encode(result))
  file:close()
end

local ok, err = xpcall(function()
  local buf = vim.api.nvim_get_current_buf()
  vim.bo[buf].filetype = 'markdown'
  local id = vim.lsp.start_client({
    name = 'masthead',
    cmd = { vim.env.MASTHEAD_NODE, vim.env.MASTHEAD_SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = 'site' } },
  })
  assert(id and vim.lsp.buf_attach_client(buf, id), 'the client did not start')

  local function wait(what, is_so)
    assert(vim.wait(20000, is_so, 20), 'not in 20 s: ' .. what)
  end
  local function request(method, params)
    local answers, failure = vim.lsp.buf_request_sync(buf, method, params, 10000)
    assert(answers and answers[id], method .. ': ' .. tostring(failure))
    assert(not answers[id].error, vim.inspect(answers[id].error))
    return answers[id].result
  end
  --- The line with a text, from 0, and the column of its end.
  local function find(text)
    for i, line in ipairs(vim.api.nvim_buf_get_lines(buf, 0, -1, true)) do
      local _, last = line:find(text, 1, true)
      if last then return i - 1, last end
    end
    error('no line has ' .. text)
  end
  local function put_cursor(text, back)
    local line, column = find(text)
    vim.api.nvim_win_set_cursor(0, { line + 1, column - (back or 1) })
  end

  wait('the server answers', function() return vim.lsp.buf_get_clients(buf)[id] ~= nil end)

  -- Hover: the topic's card counts articles as soon as all of them are read.
  put_cursor('- Sea Energy')
  wait('the topic’s card', function()
    local hover = request('textDocument/hover', vim.lsp.util.make_position_params())
    result.hover = hover and hover.contents.value
    return result.hover ~= nil and result.hover:find('articles') ~= nil
  end)

  -- Completion: a new topic, chosen from the list and put in as the client does.
  local line = find('- Port Ellery')
  vim.api.nvim_buf_set_lines(buf, line + 1, line + 1, true, { '  - Robo' })
  vim.api.nvim_win_set_cursor(0, { line + 2, #'  - Robo' })
  local list = request('textDocument/completion', {
    textDocument = { uri = vim.uri_from_bufnr(buf) },
    position = { line = line + 1, character = #'  - Robo' },
  })
  result.completion = list
  for _, item in ipairs(list.items or list) do
    if item.label == 'Robotics' then vim.lsp.util.apply_text_edits({ item.textEdit }, buf, 'utf-16') end
  end
  result.completed = vim.api.nvim_buf_get_lines(buf, line + 1, line + 2, true)[1]

  -- A fault, and its quick fix from the menu.
  local quality = find('quality: 74')
  vim.api.nvim_buf_set_lines(buf, quality, quality + 1, true, { 'qualty: 74' })
  wait('the finding', function()
    return #vim.tbl_filter(function(each) return each.code == 'unknown-field' end, vim.diagnostic.get(buf)) > 0
  end)
  result.found = vim.tbl_map(
    function(each) return { code = each.code, source = each.source, message = each.message, lnum = each.lnum - quality, col = each.col, end_col = each.end_col } end,
    vim.diagnostic.get(buf)
  )
  put_cursor('qualty', 3)
  vim.ui.select = function(choices, _, choose)
    result.offered = vim.tbl_map(function(each) return each[2].title end, choices)
    choose(choices[1], 1)
  end
  vim.lsp.buf.code_action()
  wait('the fix', function() return vim.api.nvim_buf_get_lines(buf, quality, quality + 1, true)[1] ~= 'qualty: 74' end)
  result.fixed = vim.api.nvim_buf_get_lines(buf, quality, quality + 1, true)[1]
  wait('that the finding goes', function() return #vim.diagnostic.get(buf) == 0 end)

  -- Going to the definition of a topic.
  put_cursor('- Sea Energy')
  local places = request('textDocument/definition', vim.lsp.util.make_position_params())
  local place = places.uri and places or places[1]
  result.definition = vim.fn.fnamemodify(vim.uri_to_fname(place.uri or place.targetUri), ':.')

  -- The topic gets another name in every file.
  vim.lsp.buf.rename('Tide Power')
  wait('the new name', function() return pcall(find, '- Tide Power') end)
  vim.cmd('silent wall')

  vim.lsp.stop_client(id)
  wait('that the server stops', function() return vim.lsp.client_is_stopped(id) end)
end, debug.traceback)

result.error = not ok and err or nil
save()
vim.cmd(ok and 'qall!' or 'cquit 1')
