# Compiler settings, and one function a kind of target: components of the library and their tests.

if(PROJECT_IS_TOP_LEVEL)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
  endif()
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  find_program(SIDETAL_CCACHE ccache)
  if(SIDETAL_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SIDETAL_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${SIDETAL_CCACHE}")
  endif()
endif()

# What every target of ours is compiled with; never exported to users.
add_library(sidetal_warnings INTERFACE)
target_compile_features(sidetal_warnings INTERFACE cxx_std_20)
target_compile_options(sidetal_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
if(SIDETAL_WERROR)
  target_compile_options(sidetal_warnings INTERFACE -Werror)
endif()
if(SIDETAL_SANITIZE)
  target_compile_options(sidetal_warnings INTERFACE -fsanitize=${SIDETAL_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  target_link_options(sidetal_warnings INTERFACE -fsanitize=${SIDETAL_SANITIZE})
endif()

# What the library itself and the tests of its private parts are compiled with.
add_library(sidetal_settings INTERFACE)
target_link_libraries(sidetal_settings INTERFACE sidetal_warnings)
target_include_directories(sidetal_settings INTERFACE
  "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/include" "${PROJECT_SOURCE_DIR}/lib")

# sidetal_component(NAME SOURCES… USES component… LINKS library… [LIBRARY library] [COPIES component…])
# One folder under lib: an object target sidetal_<NAME>. USES are the components it may include (design rule, see
# lib/README.md), LINKS the third-party libraries it alone may include. LIBRARY is the library that it becomes part of, the core unless
# one is named: a component whose dependencies are not for everybody who embeds the core names another, and of components of other
# libraries uses what their public headers declare; of a small one, which it COPIES, its library gets the objects as well. sidetal_library() (lib/package/Library.cmake) makes a library of its components.
function(sidetal_component NAME)
  cmake_parse_arguments(ARG "" "LIBRARY" "SOURCES;USES;LINKS;COPIES" ${ARGN})
  if(NOT ARG_LIBRARY)
    set(ARG_LIBRARY core)
  endif()
  add_library(sidetal_${NAME} OBJECT ${ARG_SOURCES})
  target_link_libraries(sidetal_${NAME} PRIVATE $<BUILD_INTERFACE:sidetal_settings>)
  target_link_libraries(sidetal_${NAME} PRIVATE ${ARG_LINKS})
  set_target_properties(sidetal_${NAME} PROPERTIES
    CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    SIDETAL_USES "${ARG_USES}" SIDETAL_LINKS "${ARG_LINKS}" SIDETAL_LIBRARY ${ARG_LIBRARY} SIDETAL_COPIES "${ARG_COPIES}")
  set_property(GLOBAL APPEND PROPERTY SIDETAL_COMPONENTS_OF_${ARG_LIBRARY} ${NAME})
endfunction()

# sidetal_closure(OUT component…): these components and all they use, each once.
function(sidetal_closure OUT)
  set(todo ${ARGN})
  set(done "")
  while(todo)
    list(POP_FRONT todo next)
    if(NOT next IN_LIST done)
      list(APPEND done ${next})
      get_target_property(uses sidetal_${next} SIDETAL_USES)
      if(uses)
        list(APPEND todo ${uses})
      endif()
    endif()
  endwhile()
  set(${OUT} ${done} PARENT_SCOPE)
endfunction()

# What a deep test is registered with: its label, and how many times the usual number of cases random tests run in it.
set(SIDETAL_DEEP_PROPERTIES LABELS deep TIMEOUT 7200 ENVIRONMENT "SIDETAL_RANDOM_TIMES=20")

# sidetal_test_program(TARGET SOURCES… USES component… LINKS library… RANDOM filter…)
# A GoogleTest program over the objects of the named components, private code included; each TEST is one ctest. With PDFS it leaves
# PDFs in tests/pdfs of the build folder (SIDETAL_PDF_DIR), and the tests that read all PDFs back (fixture "pdfs") wait for it.
# With SIDETAL_DEEP alone are registered, as deep tests: suites whose names begin with "Deep", and the random tests that RANDOM
# names (GoogleTest filters; they multiply their cases by randomTimes() of support/RandomTimes.h) a second time, with more cases.
function(sidetal_test_program TARGET)
  cmake_parse_arguments(ARG "NO_DISCOVER;PDFS" "" "SOURCES;USES;LINKS;RANDOM" ${ARGN})
  sidetal_closure(components ${ARG_USES})
  add_executable(${TARGET} ${ARG_SOURCES})
  target_link_libraries(${TARGET} PRIVATE sidetal_settings GTest::gtest GTest::gmock GTest::gtest_main ${ARG_LINKS})
  foreach(component IN LISTS components)
    target_link_libraries(${TARGET} PRIVATE sidetal_${component})
    get_target_property(links sidetal_${component} SIDETAL_LINKS)
    if(links)
      target_link_libraries(${TARGET} PRIVATE ${links})
    endif()
  endforeach()
  target_include_directories(${TARGET} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${TARGET} PRIVATE -O1 -g1) # halves the time to compile a test; what is tested is optimised as ever
  endif()
  target_compile_definitions(${TARGET} PRIVATE SIDETAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    SIDETAL_PDF_DIR="${PROJECT_BINARY_DIR}/tests/pdfs")
  set_target_properties(${TARGET} PROPERTIES CXX_EXTENSIONS OFF
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  set(properties TIMEOUT 900)
  if(ARG_PDFS)
    list(APPEND properties FIXTURES_SETUP pdfs)
  endif()
  if(NOT ARG_NO_DISCOVER)
    gtest_discover_tests(${TARGET} TEST_PREFIX "${TARGET}." TEST_FILTER "-Deep*:*/Deep*" DISCOVERY_TIMEOUT 60
      PROPERTIES ${properties})
    if(SIDETAL_DEEP)
      list(JOIN ARG_RANDOM ":" random)
      gtest_discover_tests(${TARGET} TEST_PREFIX "deep.${TARGET}." TEST_FILTER "Deep*:*/Deep*:${random}" TEST_LIST ${TARGET}_DEEP_TESTS
        DISCOVERY_TIMEOUT 60 PROPERTIES ${SIDETAL_DEEP_PROPERTIES})
    endif()
  endif()
endfunction()
